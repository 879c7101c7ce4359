settings-title = Settings
settings-intro = These hold for the whole workspace. Each person’s own language and time zone come from their Slack profile.
settings-channel = Marketing channel
settings-channel-hint = Hears of objections on accounts without a marketing owner. Empty: nobody does.
settings-channel-none = none
settings-language = Language of shared messages
settings-language-hint = For channels that have not chosen one of their own.
settings-language-en = English
settings-language-es = Español (España)
settings-language-es-MX = Español (México)
settings-zone = Time zone of shared messages
settings-zone-hint = For example: Europe/Madrid, or just Madrid.
settings-guests = Guests
settings-guests-box = Guests of this workspace may use Lazo
settings-guests-hint = Guests can log objections and search them, including what others wrote. People of other organisations never can.
settings-guests-yes = may use Lazo
settings-guests-no = may not use Lazo

settings-name-marketing_channel = Marketing channel
settings-name-locale = Language
settings-name-tz = Time zone
settings-name-guests_allowed = Guests

settings-error-language = Choose a language.
settings-error-zone = I don’t know this time zone. Write a city or the full name, for example: Europe/Madrid
settings-error-zone-near = I don’t know this time zone. Did you mean { $near }?
settings-error-not-there = Lazo isn’t in this channel yet. Write /invite @Lazo there, then save again.
settings-error-archived = This channel is archived, so nothing can be posted there. Choose another one.
settings-error-shared = This channel is shared with another organisation, and Lazo posts nothing there. Choose another one.

settings-saved = Saved
settings-same = Nothing was different, so everything stays as it was
settings-changed-line = { $name }: { $before } → *{ $after }*
settings-stale = Somebody changed the settings while you were editing them, so yours were *not* saved. The fields show how they stand now.
settings-stale-yours = You had chosen:
settings-admins-only = Only admins and owners of this Slack workspace can change the settings.
settings-ask-admin = Only admins and owners of this Slack workspace can change the settings. You could ask { $admins }.
settings-form-lost = Slack didn’t open the form in time. Try again: `/lazo settings`
