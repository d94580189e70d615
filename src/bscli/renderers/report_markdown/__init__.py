"""The review report as Markdown, for a wiki or a pull request."""
