"""What all charts of this package have in common: how they look, and how a notebook shows them."""
