"""The made-up reports of Almviks kommun: their content, and the three ways of setting them."""
