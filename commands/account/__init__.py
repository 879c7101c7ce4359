"""Who answers for an account in sales and in marketing: `/account`, its form and its list."""
