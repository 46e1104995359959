### What holds for everybody: privacy, accessibility, and whom to call.

## Privacy

privacy-title = Privacy
privacy-short = We store as little as we can. You can erase all of it whenever you like.
privacy-who-title = Who is responsible?
privacy-who = { $body } is responsible for the data. Questions about privacy: { $contact }.
privacy-who-unset = Whoever runs the service has not filled this in yet. So nobody can leave a note here now.
privacy-what-title = What do we store?
privacy-what = The places and times you choose. Your language. Two recognition words. Your e-mail address. That you consented. Later, if you like: a nickname and an apart code. Nothing more.
privacy-code = If you would rather have a code, we store no address. Of the code we store only a fingerprint.
privacy-sealed = The address is encrypted. Only the part of the service that sends letters can open it.
privacy-consent-title = Why may we do so?
privacy-consent = Because you consent. It is voluntary. The data can show that you have been to a course. So we take extra care of them.
privacy-rights = You can see, change and erase everything yourself. The link is in every letter from us. You can also complain to the Norwegian Data Protection Authority. Have you lost the link?
privacy-see-title = Who sees what?
privacy-see-leader = The course leader does not see who answered. Afterwards the leader is only told whether there were fewer than five.
privacy-see-coordinator = The coordinator sees wishes without names. While groups are put together, the coordinator also sees exact numbers.
privacy-see-igangsetter = The starter sees your nickname if you say yes. Nobody sees your address.
privacy-see-caller = If you read out your code when you call, we see the same as you.
privacy-long-title = For how long?
privacy-long-unconfirmed = If you don't confirm, we erase everything after 7 days.
privacy-long-waiting = If you wait for a group, we erase everything after 6 months. We ask you a month before.
privacy-long-paused = If you don't answer an invitation, we ask once more. Then we erase everything after 14 days.
privacy-long-group = If you are in a group, we erase everything 7 days after the last meeting with the starter.
privacy-long-letters = We remember for a day that a letter was sent. If it did not arrive, for 7 days.
privacy-long-staff = Staff are signed in for 12 hours. We erase whoever does not sign in for 12 months.
privacy-long-copies = What you erase may still be in backups. After 66 days at most, nobody can read it.
privacy-count-title = What do we count?
privacy-count = We count two things for each region and quarter. One is people in groups that have started. The other is answers with yes and no. We round to the nearest five.
privacy-cookies-title = Cookies
privacy-cookies = We use only those that the pages need to work. Nobody tracks you.

## Accessibility

accessibility-title = Accessibility
accessibility-aim = Everybody should be able to use these pages. We aim for WCAG 2.2, level AA.
accessibility-how = The pages work with a keyboard, a screen reader and large type. They work on old phones and without scripts.
accessibility-other = Would you rather call? With a code you can get the answer by telephone.
accessibility-tell = Is there something that does not work for you? Tell us.
accessibility-complain = Do we not help you? Then you can complain to the Norwegian authority for universal design of ICT.

## Contact

contact-title = Contact
contact-call = Call { $body }:
contact-privacy = Questions about privacy:
contact-unset = Whoever runs the service has not filled in a telephone number yet.
