"""Holding scripts to rules: files, the two passes, allowances, the report."""
