/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import static java.util.Map.entry;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The BundID and the other accounts of the AKDB, such as BayernID: signed and encrypted assertion, levels of STORK,
 * attributes by OID with a level each.
 *
 * @see "BundID interface description 10.2.0.0, chapters 5, 6 and 10"
 */
public final class BundId implements Kontoprofil.Abbildung {

    /** Stable key of a user; requested as required it also keeps the temporary login away. */
    public static final String BPK2 = "urn:oid:1.3.6.1.4.1.25484.494450.3";
    /** Address of the user's mailbox. */
    public static final String POSTFACH = "urn:oid:2.5.4.18";
    /** Id of this one login, which the status monitor needs. */
    public static final String ANTRAGSKENNUNG = "urn:oid:1.3.6.1.4.1.25484.494450.4";
    /** Level of the login, again. */
    public static final String NIVEAU = "urn:oid:1.2.40.0.10.2.1.1.261.94";
    /** How the user proved who it is. */
    public static final String MITTEL = "urn:oid:1.3.6.1.4.1.25484.494450.2";
    /** The key of earlier releases, which must not be asked for any more. */
    public static final String BPK_ALT = "urn:oid:1.2.40.0.10.2.1.1.149";

    /**
     * What a form may see: OID and name here. The sex is a code of which the account's own documents say two opposite
     * things (interface: 1 male, 2 female; FAQ: 1 Frau, 2 Herr): it is handed on as it is, and no salutation is made of it.
     */
    public static final Map<String, String> FORMULARATTRIBUTE = Map.ofEntries(
            entry("urn:oid:2.5.4.42", "vorname"),
            entry("urn:oid:2.5.4.4", "familienname"),
            entry("urn:oid:0.9.2342.19200300.100.1.3", "email"),
            entry("urn:oid:2.5.4.16", "strasse"),
            entry("urn:oid:2.5.4.17", "postleitzahl"),
            entry("urn:oid:2.5.4.7", "ort"),
            entry("urn:oid:1.2.40.0.10.2.1.1.225599", "land"),
            entry("urn:oid:0.9.2342.19200300.100.1.40", "doktorgrad"),
            entry("urn:oid:1.3.6.1.4.1.33592.1.3.5", "geschlechtscode"),
            entry("urn:oid:1.2.40.0.10.2.1.1.55", "geburtsdatum"),
            entry("urn:oid:1.3.6.1.5.5.7.9.2", "geburtsort"),
            entry("urn:oid:1.2.40.0.10.2.1.1.225566", "geburtsname"),
            entry("urn:oid:1.2.40.0.10.2.1.1.225577", "staatsangehoerigkeit"),
            entry("urn:oid:1.2.40.0.10.2.1.1.552255", "dokumenttyp"),
            entry("urn:oid:1.3.6.1.4.1.55605.70737875.1.1.1.7.1", "demail"),
            entry("urn:oid:2.5.4.20", "telefon"),
            entry("urn:oid:1.3.6.1.4.1.25484.494450.10.1", "eidasland"),
            entry("urn:oid:1.3.6.1.4.1.25484.494450.5", "wohnortid"));

    // people say these themselves; of the mail the BundID sends NORMAL, of the sex UNTERGEORDNET, of the others nothing
    // is known
    private static final Map<String, Vertrauensniveau> SELBST_ANGEGEBENE = Map.of(
            "email", Vertrauensniveau.NIEDRIG,
            "telefon", Vertrauensniveau.BASISREGISTRIERUNG,
            "demail", Vertrauensniveau.BASISREGISTRIERUNG,
            "geschlechtscode", Vertrauensniveau.BASISREGISTRIERUNG);

    private static final Map<Vertrauensniveau, String> KLASSEN = Map.of(
            Vertrauensniveau.BASISREGISTRIERUNG, "STORK-QAA-Level-1",
            Vertrauensniveau.NIEDRIG, "STORK-QAA-Level-2",
            Vertrauensniveau.SUBSTANZIELL, "STORK-QAA-Level-3",
            Vertrauensniveau.HOCH, "STORK-QAA-Level-4");

    // the simulator maps level 1 to NORMAL; the ranks of the interface count, and NORMAL is never more than low
    private static final Map<String, Vertrauensniveau> RAENGE = Map.of(
            "UNTERGEORDNET", Vertrauensniveau.BASISREGISTRIERUNG,
            "NORMAL", Vertrauensniveau.NIEDRIG,
            "SUBSTANTIELL", Vertrauensniveau.SUBSTANZIELL,
            "HOCH", Vertrauensniveau.HOCH);

    private static final Set<String> TESTSYSTEME =
            Set.of("https://int.id.bund.de/idp", "https://pre-id.bayernportal.de/idp");

    private final String quelle;

    private BundId(String quelle) {
        this.quelle = quelle;
    }

    /** The BundID. */
    public static Kontoprofil profil() {
        return profil("BundID");
    }

    /** A sister of the BundID, under the name that its users know. */
    public static Kontoprofil profil(String quelle) {
        return new Kontoprofil(
                true,
                true,
                true,
                true,
                "urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
                KLASSEN,
                TESTSYSTEME,
                new BundId(quelle));
    }

    /**
     * How sure an attribute can be where the account gives a level for the login only.
     *
     * @param name as forms call it
     */
    public static Vertrauensniveau stufe(String name, Vertrauensniveau anmeldung) {
        return kleineres(SELBST_ANGEGEBENE.getOrDefault(name, anmeldung), anmeldung);
    }

    /** The classes of STORK with their levels. */
    public static Map<String, Vertrauensniveau> niveaus() {
        Map<String, Vertrauensniveau> niveaus = new HashMap<>();
        KLASSEN.forEach((niveau, klasse) -> niveaus.put(klasse, niveau));
        return Map.copyOf(niveaus);
    }

    @Override
    public Vertrauensniveau niveau(Aussage aussage) {
        Vertrauensniveau niveau = stufe(aussage.klasse());
        Optional<SamlAttribut> angabe = aussage.attribut(NIVEAU);
        if (angabe.isPresent() && stufe(angabe.get().text().orElse("")) != niveau) {
            throw new InvalidInput(SamlFehler.NIVEAU_WIDERSPRUCH, "");
        }
        return niveau;
    }

    private static Vertrauensniveau stufe(String klasse) {
        return Optional.ofNullable(niveaus().get(klasse.strip()))
                .orElseThrow(() -> new InvalidInput(SamlFehler.ANMELDEART, ""));
    }

    @Override
    public Kontoanmeldung anmeldung(Aussage aussage, Vertrauensniveau niveau) {
        List<Attribut> attribute = new ArrayList<>();
        for (SamlAttribut attribut : aussage.attribute()) {
            Optional<String> name = Optional.ofNullable(FORMULARATTRIBUTE.get(attribut.name()));
            // without a level that is known and in the right namespace nobody vouches for the value
            Optional<Vertrauensniveau> rang = attribut.vertrauen().map(RAENGE::get);
            if (name.isPresent() && rang.isPresent()) {
                attribut.text()
                        .filter(wert -> !wert.isBlank())
                        .ifPresent(wert -> attribute.add(
                                new Attribut(name.get(), wert, kleineres(rang.get(), niveau), mittel(aussage))));
            }
        }
        // NameID is another one at each login; no bPK2 is a guest
        Nutzer nutzer = new Nutzer(quelle, aussage.text(BPK2).map(String::strip).orElse(""), niveau, attribute);
        return new Kontoanmeldung(nutzer, mittel(aussage), wort(aussage, POSTFACH), wort(aussage, ANTRAGSKENNUNG));
    }

    private static String mittel(Aussage aussage) {
        return wort(aussage, MITTEL).orElse("");
    }

    private static Optional<String> wort(Aussage aussage, String name) {
        return aussage.text(name).map(String::strip).filter(wort -> !wort.isEmpty());
    }

    private static Vertrauensniveau kleineres(Vertrauensniveau a, Vertrauensniveau b) {
        return a.erfuellt(b) ? b : a;
    }
}
