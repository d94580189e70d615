"""The bundled typeface: its files, and how wide its characters are."""
