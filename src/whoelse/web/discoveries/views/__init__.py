"""The pages of discoveries, by what they are about."""
