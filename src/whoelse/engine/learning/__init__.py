"""What the findings add up to: comparison, saturation, growth of the network, clarity."""
