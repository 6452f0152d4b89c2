/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.error.InvalidInput;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The extension of a request to the BundID and its sisters, version 2. Only what is asked for comes back.
 *
 * @param attribute at least one, each once
 * @param verfahren ways to log in that are offered ({@code true}) or not; empty: the account decides
 * @param anzeigename who asks, as the citizen reads it at the account; cut at 50 characters
 * @param sprache {@code de}, {@code en}, {@code ru} or {@code uk}
 * @param zurueck where the account's "back" leads: a page of this portal that gives no access to data; empty: back comes
 *     as an answer that was broken off
 * @param onlineServiceId id from the registration, {@code BMI-A...} or {@code BMI-B...}
 * @see "BundID interface description 10.2.0.0, chapter 9"
 */
public record AkdbErweiterung(
        List<Angefordert> attribute,
        Map<Verfahren, Boolean> verfahren,
        String anzeigename,
        String sprache,
        Optional<URI> zurueck,
        String onlineServiceId) {

    private static final int ANZEIGE = 50;

    /**
     * One attribute of the request.
     *
     * @param name OID as URN
     * @param pflicht whether the login fails without it
     */
    public record Angefordert(String name, boolean pflicht) {}

    /** Ways to log in, as the account spells them. */
    public enum Verfahren {
        AUTHEGA("Authega"),
        BENUTZERNAME("Benutzername"),
        EID("eID"),
        EIDAS("eIDAS"),
        DIIA("Diia"),
        ELSTER("Elster"),
        FINK("FINK");

        private final String wort;

        Verfahren(String wort) {
            this.wort = wort;
        }

        /** The word on the wire. */
        public String wort() {
            return wort;
        }
    }

    /** Checks what the account would refuse ({@link SamlFehler#SP_ANFRAGE}). */
    public AkdbErweiterung {
        attribute = List.copyOf(attribute);
        verfahren = Map.copyOf(verfahren);
        Set<String> namen = new HashSet<>();
        if (attribute.isEmpty() || !attribute.stream().allMatch(a -> namen.add(a.name()))) {
            throw new InvalidInput(SamlFehler.SP_ANFRAGE, "Attribute: mindestens eines, jedes einmal");
        }
        if (namen.contains(BundId.BPK_ALT)) {
            throw new InvalidInput(SamlFehler.SP_ANFRAGE, "Attribute: die alte bPK ist abgekündigt");
        }
        maengel(anzeigename, onlineServiceId).stream().findFirst().ifPresent(mangel -> {
            throw new InvalidInput(SamlFehler.SP_ANFRAGE, mangel);
        });
        anzeigename = gekuerzt(anzeigename.strip());
        if (!Set.of("de", "en", "ru", "uk").contains(sprache)) {
            throw new InvalidInput(SamlFehler.SP_ANFRAGE, "Sprache: de, en, ru oder uk");
        }
        if (!verfahren.isEmpty() && !verfahren.containsValue(true)) {
            throw new InvalidInput(SamlFehler.SP_ANFRAGE, "Verfahren: alle ausgeschaltet");
        }
    }

    /**
     * The attributes to ask for: those that a form wants, and what every login needs. The key of the user is required,
     * which also keeps the temporary login away, unless guests are welcome.
     *
     * @param namen names as in {@link BundId#FORMULARATTRIBUTE}
     * @param gast whether a login without key will do; then neither key nor mailbox is asked for
     * @throws InvalidInput {@link SamlFehler#SP_ANFRAGE} for a name that the account does not have
     */
    public static List<Angefordert> attribute(Collection<String> namen, boolean gast) {
        List<Angefordert> attribute = new ArrayList<>();
        if (!gast) {
            attribute.add(new Angefordert(BundId.BPK2, true));
            attribute.add(new Angefordert(BundId.POSTFACH, false));
        }
        attribute.add(new Angefordert(BundId.ANTRAGSKENNUNG, false));
        attribute.add(new Angefordert(BundId.NIVEAU, false));
        attribute.add(new Angefordert(BundId.MITTEL, false));
        for (String name : new java.util.TreeSet<>(namen)) {
            attribute.add(BundId.FORMULARATTRIBUTE.entrySet().stream()
                    .filter(e -> e.getValue().equals(name))
                    .findFirst()
                    .map(e -> new Angefordert(e.getKey(), false))
                    .orElseThrow(() -> new InvalidInput(SamlFehler.SP_ANFRAGE, "Attribut: " + name)));
        }
        return attribute;
    }

    /** What is wrong with what the account demands to be told of every portal. */
    static List<String> maengel(String anzeigename, String onlineServiceId) {
        List<String> maengel = new ArrayList<>();
        if (anzeigename.isBlank()) {
            maengel.add("Anzeigename fehlt");
        }
        if (!onlineServiceId.matches("[A-Za-z0-9-]{1,40}")) {
            maengel.add("OnlineServiceId fehlt");
        }
        return maengel;
    }

    /** Whether the account cuts the name. */
    static boolean istZuLang(String anzeigename) {
        return anzeigename.codePointCount(0, anzeigename.length()) > ANZEIGE;
    }

    private static String gekuerzt(String text) {
        return !istZuLang(text)
                ? text
                : text.substring(0, text.offsetByCodePoints(0, ANZEIGE - 1)).strip() + "…";
    }
}
