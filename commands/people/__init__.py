"""What people are in the team and when they work: `/lazo me`, `/lazo people`, `/lazo hours`, `/lazo out`, `/lazo back`.

Everybody sets their own things; who may set another's is `domain.rights`. Whatever changes somebody's working time
moves their deadlines in the same transaction.
"""
