/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import de.kommunalsdk.benachrichtigung.Entwurfspost;
import de.kommunalsdk.benachrichtigung.Mailadresse;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.Mandant.Angebot;
import de.kommunalsdk.mandant.Mandant.Stelle;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.web.Texte;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The mails about drafts. They name the Kommune, the Dienst and the responsible unit, and nothing of the citizen.
 *
 * <p>Code and address of the page come in one mail, but the address does not contain the code. Two mails to one mailbox
 * would protect nothing, for the page is public. A link that redeems the code, however, would be opened by mail filters
 * that look at links, which would use the code up, and would leave it in histories and logs.
 */
public final class Entwurfsbriefe {

    private static final DateTimeFormatter TAG =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));
    private static final int MAX_TITEL = 120;

    private Entwurfsbriefe() {}

    /** The mail with the resume code. */
    public static Nachricht code(
            Mandant mandant, OzgDienst dienst, Locale sprache, Mailadresse an, String code, Instant laeuftAb) {
        Stelle stelle = stelle(mandant, dienst);
        return new Nachricht(
                an,
                Texte.text(sprache, "post.code.betreff", titel(dienst)),
                Texte.text(
                        sprache,
                        "post.code.text",
                        mandant.name(),
                        dienst.titel(),
                        code,
                        mandant.url("/" + dienst.id() + "/fortsetzen"),
                        TAG.format(laeuftAb),
                        stelle.name(),
                        stelle.telefon()));
    }

    /** The mail before the expiry; with a code when the draft had none. */
    public static Nachricht erinnerung(
            Mandant mandant,
            OzgDienst dienst,
            Locale sprache,
            Mailadresse an,
            Optional<String> code,
            Instant laeuftAb) {
        Stelle stelle = stelle(mandant, dienst);
        return new Nachricht(
                an,
                Texte.text(sprache, "post.erinnerung.betreff", titel(dienst), TAG.format(laeuftAb)),
                Texte.text(
                        sprache,
                        "post.erinnerung.text",
                        mandant.name(),
                        dienst.titel(),
                        TAG.format(laeuftAb),
                        code.map(c -> Texte.text(sprache, "post.erinnerung.code", c))
                                .orElseGet(() -> Texte.text(sprache, "post.erinnerung.ohne")),
                        mandant.url("/" + dienst.id() + "/fortsetzen"),
                        stelle.name(),
                        stelle.telefon()));
    }

    /** Reminders of the drafts of a portal; none of a Dienst that is not offered any more. */
    public static Entwurfspost.Erinnerung erinnerungen(MandantFinder mandanten, Dienstbibliothek dienste) {
        return (entwurf, adresse, sprache, code) -> mandanten.alle().stream()
                .filter(m -> m.id().equals(entwurf.mandant()))
                .filter(m -> m.angebot(entwurf.dienst().id()).isPresent())
                .findFirst()
                .flatMap(m -> dienste.dienst(entwurf.dienst())
                        .or(() -> dienste.dienst(entwurf.dienst().id()))
                        .map(d -> erinnerung(m, d, sprache, adresse, code, entwurf.laeuftAb())));
    }

    private static String titel(OzgDienst dienst) {
        String zeile = dienst.titel().replaceAll("\\p{Cntrl}", " ");
        return zeile.length() <= MAX_TITEL ? zeile : zeile.substring(0, MAX_TITEL) + "…";
    }

    private static Stelle stelle(Mandant mandant, OzgDienst dienst) {
        return mandant.angebot(dienst.id()).flatMap(Angebot::stelle).orElse(mandant.stelle());
    }
}
