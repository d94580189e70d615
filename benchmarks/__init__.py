"""How fast bsc is, as ratios measured side by side in one run."""
