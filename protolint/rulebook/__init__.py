"""What scripts are held to: rules, packs, channels, bases and a project's choice among them."""
