/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

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
 * Any account with plain attributes and the levels of eIDAS, such as the OSI Servicekonto of Dataport (Schleswig-Holstein,
 * Hamburg, Bremen). What an attribute is called and which one is the key of the user is configured: it was not verified.
 */
public final class AllgemeinesSaml implements Kontoprofil.Abbildung {

    private static final String EIDAS = "http://eidas.europa.eu/LoA/";
    private static final Map<Vertrauensniveau, String> EIDAS_KLASSEN = Map.of(
            Vertrauensniveau.NIEDRIG, EIDAS + "low",
            Vertrauensniveau.SUBSTANZIELL, EIDAS + "substantial",
            Vertrauensniveau.HOCH, EIDAS + "high");

    private final String quelle;
    private final String schluessel;
    private final Map<String, String> namen;
    private final Map<String, Vertrauensniveau> niveaus;

    private AllgemeinesSaml(
            String quelle, String schluessel, Map<String, String> namen, Map<String, Vertrauensniveau> niveaus) {
        this.quelle = quelle;
        this.schluessel = schluessel;
        this.namen = Map.copyOf(namen);
        this.niveaus = niveaus;
    }

    /**
     * The profile.
     *
     * @param quelle name of the account as its users know it
     * @param schluessel attribute with the stable key; empty: the NameID, if its format is persistent
     * @param namen names of the account's attributes here
     * @param weitere classes besides those of eIDAS that the account sends, with their level
     */
    public static Kontoprofil profil(
            String quelle, String schluessel, Map<String, String> namen, Map<String, Vertrauensniveau> weitere) {
        Map<String, Vertrauensniveau> niveaus = new HashMap<>(weitere);
        EIDAS_KLASSEN.forEach((niveau, klasse) -> niveaus.put(klasse, niveau));
        return new Kontoprofil(
                false,
                false,
                false,
                false,
                "",
                EIDAS_KLASSEN,
                Set.of(),
                new AllgemeinesSaml(quelle, schluessel, namen, Map.copyOf(niveaus)));
    }

    /** A class that is not known says nothing about the level. */
    @Override
    public Vertrauensniveau niveau(Aussage aussage) {
        return niveaus.getOrDefault(aussage.klasse(), Vertrauensniveau.OHNE);
    }

    @Override
    public Kontoanmeldung anmeldung(Aussage aussage, Vertrauensniveau niveau) {
        List<Attribut> attribute = new ArrayList<>();
        for (SamlAttribut attribut : aussage.attribute()) {
            String name = namen.getOrDefault(attribut.name(), "");
            attribut.text()
                    .filter(wert -> !wert.isBlank() && !name.isEmpty())
                    .ifPresent(wert -> attribute.add(new Attribut(name, wert, BundId.stufe(name, niveau), "")));
        }
        return new Kontoanmeldung(
                new Nutzer(quelle, schluessel(aussage), niveau, attribute), "", Optional.empty(), Optional.empty());
    }

    /** Begins with the entityID: an account never speaks for the users of another one, even under the same name. */
    private String schluessel(Aussage aussage) {
        String wert = schluessel.isEmpty()
                ? aussage.nameIdFormat().endsWith(":nameid-format:persistent") ? aussage.nameId() : ""
                : aussage.text(schluessel).map(String::strip).orElse("");
        return wert.isEmpty() ? "" : aussage.aussteller() + " " + wert; // none is a guest
    }
}
