/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import static java.util.Map.entry;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mein Unternehmenskonto (ELSTER, NEZO): an organisation and the person who acts for it. The answer is signed, the
 * assertion encrypted; addresses and persons are elements of the namespace ekona; dates are German. Its level stands in
 * attributes, not in the class of the login.
 *
 * <p>A complete real assertion was not seen: names of attributes come from public clients.
 */
public final class Unternehmenskonto implements Kontoprofil.Abbildung {

    /** Key of the organisation at this service provider. */
    public static final String ORGANISATION = "DatenuebermittlerPseudonymId";

    private static final String IDENTIFIZIERUNG = "ElsterVertrauensniveauIdentifizierung";
    private static final String AUTHENTIFIZIERUNG = "ElsterVertrauensniveauAuthentifizierung";
    private static final DateTimeFormatter DEUTSCH =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Plain attributes and their names here. The IdNr is for the tax administration and never read. */
    private static final Map<String, String> EINFACHE = Map.ofEntries(
            entry("Firmenname", "firmenname"),
            entry("Rechtsform", "rechtsform"),
            entry("RechtsformText", "rechtsformtext"),
            entry("Taetigkeit", "taetigkeit"),
            entry("TaetigkeitText", "taetigkeittext"),
            entry("Registernummer", "registernummer"),
            entry("Registerart", "registerart"),
            entry("Registergericht", "registergericht"),
            entry("PersTyp", "personentyp"));

    private static final Map<String, Map<String, String>> TEILE = Map.of(
            "Unternehmensanschrift",
                    Map.ofEntries(
                            entry("Typ", "anschrifttyp"),
                            entry("Strasse", "strasse"),
                            entry("Hausnummer", "hausnummer"),
                            entry("PLZ", "postleitzahl"),
                            entry("Ort", "ort"),
                            entry("Ortsteil", "ortsteil"),
                            entry("Adressergaenzung", "adresszusatz"),
                            entry("Land", "land")),
            "HandelndePerson",
                    Map.ofEntries(
                            entry("AkademischerGrad", "doktorgrad"),
                            entry("Namensvorsatz", "namensvorsatz"),
                            entry("Vorname", "vorname"),
                            entry("Nachname", "familienname"),
                            entry("Namenszusatz", "namenszusatz"),
                            entry("Geburtsdatum", "geburtsdatum")));

    private Unternehmenskonto() {}

    /** The profile. */
    public static Kontoprofil profil() {
        return new Kontoprofil(
                false,
                true,
                false,
                true,
                "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
                Map.of(),
                Set.of("https://e4k-portal.een.elster.de"),
                new Unternehmenskonto());
    }

    /** The lower of both levels that ELSTER names. */
    @Override
    public Vertrauensniveau niveau(Aussage aussage) {
        Vertrauensniveau identifizierung = stufe(aussage.text(IDENTIFIZIERUNG));
        Vertrauensniveau authentifizierung = stufe(aussage.text(AUTHENTIFIZIERUNG));
        return identifizierung.erfuellt(authentifizierung) ? authentifizierung : identifizierung;
    }

    private static Vertrauensniveau stufe(Optional<String> wort) {
        String klein = wort.orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (klein) {
            case "substanziell", "substantiell" -> Vertrauensniveau.SUBSTANZIELL;
            case "hoch" -> Vertrauensniveau.HOCH;
            default -> throw new InvalidInput(SamlFehler.ANMELDEART, "");
        };
    }

    @Override
    public boolean istTestkonto(Aussage aussage) {
        return aussage.attribut("IstTestkonto")
                .filter(a ->
                        !a.text().map(String::strip).filter("false"::equals).isPresent())
                .isPresent();
    }

    @Override
    public Kontoanmeldung anmeldung(Aussage aussage, Vertrauensniveau niveau) {
        List<Attribut> attribute = new ArrayList<>();
        for (SamlAttribut attribut : aussage.attribute()) {
            attribut.text()
                    .filter(wert -> !wert.isBlank() && EINFACHE.containsKey(attribut.name()))
                    .ifPresent(wert -> attribute.add(
                            new Attribut(EINFACHE.getOrDefault(attribut.name(), ""), wert, niveau, "ELSTER")));
            Map<String, String> namen = TEILE.getOrDefault(attribut.name(), Map.of());
            attribut.teile().forEach((teil, wert) -> {
                Optional<String> kanonisch = teil.equals("Geburtsdatum") ? datum(wert) : Optional.of(wert);
                kanonisch
                        .filter(w -> !w.isBlank() && namen.containsKey(teil))
                        .ifPresent(w -> attribute.add(new Attribut(namen.getOrDefault(teil, ""), w, niveau, "ELSTER")));
            });
        }
        // the organisation is the user; who acts for it may change from login to login
        String organisation = aussage.text(ORGANISATION).map(String::strip).orElse("");
        return new Kontoanmeldung(
                new Nutzer("Mein Unternehmenskonto", organisation, niveau, attribute),
                "ELSTER",
                Optional.empty(),
                Optional.empty());
    }

    /** {@code 12.08.1964} as {@code 1964-08-12}; what is no date is left out. */
    private static Optional<String> datum(String deutsch) {
        try {
            return Optional.of(LocalDate.parse(deutsch.strip(), DEUTSCH).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
