"""From values and targets to scores, colours and trends, with every step kept for explaining."""
