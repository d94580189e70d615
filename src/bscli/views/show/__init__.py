"""What ``bsc show`` tells of a KPI, an objective or an initiative."""
