"""What a project of one or more scorecards is: frozen types, read and checked key by key."""
