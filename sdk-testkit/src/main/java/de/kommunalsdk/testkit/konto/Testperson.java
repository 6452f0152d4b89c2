/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.AkdbErweiterung.Verfahren;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody invented who has an account.
 *
 * @param kennung short; the key at a portal is made of it, so the same person with another way to log in has the same
 * @param anzeige how a page lists this person, unique in an account
 * @param mittel how the login is made; its level follows from it
 * @param gast whether the login is temporary: without key and mailbox
 * @param attribute what the account knows, by its own names: OIDs, names of ELSTER; values as text, or as the XML inside
 *     AttributeValue when they begin with {@code <}
 */
public record Testperson(
        String kennung, String anzeige, Verfahren mittel, boolean gast, Map<String, String> attribute) {

    public Testperson {
        attribute = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attribute));
    }

    /** The level that a login by this way has. */
    public Vertrauensniveau niveau() {
        return switch (mittel) {
            case EID, EIDAS -> Vertrauensniveau.HOCH;
            case ELSTER -> Vertrauensniveau.SUBSTANZIELL;
            default -> Vertrauensniveau.BASISREGISTRIERUNG;
        };
    }

    /** The same person, logged in another way. */
    public Testperson mit(Verfahren anderes) {
        return new Testperson(kennung, anzeige, anderes, gast, attribute);
    }

    /** The same person without one attribute. */
    public Testperson ohne(String attribut) {
        Map<String, String> uebrige = new LinkedHashMap<>(attribute);
        uebrige.remove(attribut);
        return new Testperson(kennung, anzeige, mittel, gast, uebrige);
    }

    /** A citizen, with values as a card has them: upper case, street and number in one. */
    public static Testperson erika() {
        Map<String, String> attribute = new LinkedHashMap<>();
        attribute.put("urn:oid:2.5.4.42", "ERIKA");
        attribute.put("urn:oid:2.5.4.4", "MUSTERMANN");
        attribute.put("urn:oid:1.2.40.0.10.2.1.1.55", "1964-08-12");
        attribute.put("urn:oid:2.5.4.16", "HEIDESTRAẞE 17");
        attribute.put("urn:oid:2.5.4.17", "51147");
        attribute.put("urn:oid:2.5.4.7", "KÖLN");
        attribute.put("urn:oid:1.2.40.0.10.2.1.1.225599", "DE");
        attribute.put("urn:oid:1.3.6.1.5.5.7.9.2", "BERLIN");
        attribute.put("urn:oid:1.2.40.0.10.2.1.1.225566", "GABLER");
        attribute.put("urn:oid:1.2.40.0.10.2.1.1.225577", "D");
        attribute.put("urn:oid:1.2.40.0.10.2.1.1.552255", "ID");
        attribute.put("urn:oid:1.3.6.1.4.1.33592.1.3.5", "2");
        attribute.put("urn:oid:0.9.2342.19200300.100.1.3", "erika@example.invalid");
        attribute.put("urn:oid:1.3.6.1.4.1.25484.494450.5", "02760503150000");
        return new Testperson("erika", "Erika Mustermann (Personalausweis)", Verfahren.EID, false, attribute);
    }

    /** A company and the person who acts for it. */
    public static Testperson beispielAg() {
        Map<String, String> attribute = new LinkedHashMap<>();
        attribute.put("IstTestkonto", "false");
        attribute.put("DatenkranzTyp", "StNr");
        attribute.put("PersTyp", "NNatPers");
        attribute.put("ElsterVertrauensniveauIdentifizierung", "substanziell");
        attribute.put("ElsterVertrauensniveauAuthentifizierung", "substanziell");
        attribute.put("Firmenname", "Beispiel AG");
        attribute.put("Rechtsform", "310");
        attribute.put("RechtsformText", "Aktiengesellschaft");
        attribute.put("Registerart", "HRB");
        attribute.put("Registernummer", "36936");
        attribute.put("Registergericht", "Köln");
        attribute.put(
                "Unternehmensanschrift",
                "<ekona:Typ>Inland</ekona:Typ><ekona:Strasse>Beispielstraße</ekona:Strasse>"
                        + "<ekona:Hausnummer>17</ekona:Hausnummer><ekona:PLZ>50667</ekona:PLZ><ekona:Ort>Köln</ekona:Ort>"
                        + "<ekona:Ortsteil>Altstadt</ekona:Ortsteil><ekona:Land>DE</ekona:Land>");
        attribute.put(
                "HandelndePerson",
                "<ekona:Vorname>Erika</ekona:Vorname><ekona:Nachname>Beispiel</ekona:Nachname>"
                        + "<ekona:Geburtsdatum>12.08.1964</ekona:Geburtsdatum>");
        return new Testperson("beispielag", "Beispiel AG (ELSTER)", Verfahren.ELSTER, false, attribute);
    }
}
