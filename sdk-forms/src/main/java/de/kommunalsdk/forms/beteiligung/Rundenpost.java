/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.beteiligung;

import de.kommunalsdk.benachrichtigung.Mailadresse;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.BeteiligungId;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.web.Texte;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The notices about one round. They name the Dienst, the municipality and the role, and nothing of the answers. Without
 * the portal's way to send notices there are none.
 */
public final class Rundenpost {

    /** Path below the pages of a Dienst where links begin. */
    public static final String LINK = "/beteiligt/link/";

    private static final DateTimeFormatter TAG =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));

    private final Mandant mandant;
    private final Formular formular;
    private final boolean versand;

    /**
     * For one Mandant and form.
     *
     * @param versand whether the portal can send notices
     */
    public Rundenpost(Mandant mandant, Formular formular, boolean versand) {
        this.mandant = mandant;
        this.formular = formular;
        this.versand = versand;
    }

    /** Whether an address can be written to. */
    public boolean erreicht(String email) {
        return adresse(email).isPresent();
    }

    private Optional<Mailadresse> adresse(String email) {
        return versand ? Mailadresse.lies(email) : Optional.empty();
    }

    /** The public address of a link. */
    public String adresseVon(String link) {
        return mandant.url("/" + formular.dienst().id() + LINK + link).toString();
    }

    /** The first message to a person, or one with a new link. */
    public List<Nachricht> einladung(String rolle, String email, String link, Instant bis, Locale sprache) {
        return an(email, sprache, "beteiligt.mail.einladung", titel(rolle), adresseVon(link), TAG.format(bis));
    }

    /** To those who did not decide, with new links. */
    public List<Nachricht> erinnerung(Weitergabe runde, Map<BeteiligungId, String> links) {
        Locale sprache = Rundeninhalt.lies(runde.inhalt()).sprache();
        List<Nachricht> alle = new ArrayList<>();
        for (Beteiligung person : runde.beteiligungen()) {
            String link = links.get(person.id());
            if (link != null) {
                alle.addAll(an(
                        Personeninhalt.lies(person.inhalt()).email(),
                        sprache,
                        "beteiligt.mail.erinnerung",
                        titel(person.rolle()),
                        adresseVon(link),
                        TAG.format(runde.laeuftAb())));
            }
        }
        return alle;
    }

    /** To all when a round ended without everybody's consent; {@code runde} as it was before. */
    public List<Nachricht> ende(Weitergabe runde, boolean abgelaufen) {
        Rundeninhalt inhalt = Rundeninhalt.lies(runde.inhalt());
        List<Nachricht> alle = new ArrayList<>();
        if (abgelaufen) {
            alle.addAll(an(
                    inhalt.email(),
                    inhalt.sprache(),
                    "beteiligt.mail.abgelaufen",
                    Schlussfassung.offene(formular, runde)));
        }
        for (Beteiligung person : runde.beteiligungen()) {
            alle.addAll(an(
                    Personeninhalt.lies(person.inhalt()).email(),
                    inhalt.sprache(),
                    "beteiligt.mail.beendet",
                    titel(person.rolle())));
        }
        return alle;
    }

    List<Nachricht> nachEntscheidung(Weitergabe danach) {
        Rundeninhalt inhalt = Rundeninhalt.lies(danach.inhalt());
        List<Nachricht> alle = new ArrayList<>();
        if (danach.stand() == Zustimmungsstand.OFFEN) {
            alle.addAll(an(
                    inhalt.email(),
                    inhalt.sprache(),
                    "beteiligt.mail.zugestimmt",
                    Schlussfassung.offene(formular, danach)));
        } else if (danach.stand() == Zustimmungsstand.ZUGESTIMMT) {
            alle.addAll(an(inhalt.email(), inhalt.sprache(), "beteiligt.mail.eingereicht"));
        } else {
            for (Beteiligung person : danach.beteiligungen()) {
                alle.addAll(
                        person.stand() == Zustimmungsstand.ABGELEHNT
                                ? an(
                                        inhalt.email(),
                                        inhalt.sprache(),
                                        "beteiligt.mail.abgelehnt",
                                        titel(person.rolle()))
                                : an(
                                        Personeninhalt.lies(person.inhalt()).email(),
                                        inhalt.sprache(),
                                        "beteiligt.mail.beendet",
                                        titel(person.rolle())));
            }
        }
        return alle;
    }

    private String titel(String rolle) {
        return formular.beteiligter(rolle).map(b -> b.titel()).orElse("");
    }

    /** {@code {0}} of a text is the Dienst, {@code {1}} the municipality, {@code {2}} and so on the rest. */
    private List<Nachricht> an(String email, Locale sprache, String text, Object... werte) {
        return adresse(email)
                .map(adresse -> {
                    List<Object> alle =
                            new ArrayList<>(List.of(formular.dienst().titel(), mandant.name()));
                    alle.addAll(List.of(werte));
                    return List.of(new Nachricht(
                            adresse,
                            betreff(Texte.text(
                                    sprache,
                                    "beteiligt.mail.betreff",
                                    formular.dienst().titel(),
                                    mandant.name())),
                            Texte.text(sprache, "beteiligt.mail.anrede") + "\n\n"
                                    + Texte.text(sprache, text, alle.toArray()) + "\n\n"
                                    + Texte.text(
                                            sprache,
                                            "beteiligt.mail.gruss",
                                            mandant.name(),
                                            mandant.stelle().telefon())));
                })
                .orElseGet(List::of);
    }

    private static String betreff(String text) {
        String zeile = text.replaceAll("\\p{Cntrl}", " ").strip();
        return zeile.length() <= 200 ? zeile : zeile.substring(0, 200);
    }
}
