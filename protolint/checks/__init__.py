"""How a rule looks at a script: one class per file, whose fields are its YAML options."""
