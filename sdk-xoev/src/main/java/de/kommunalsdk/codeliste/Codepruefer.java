/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import java.util.Optional;

/**
 * Checks codes against the installed lists: what an XSD cannot do for the XÖV code types 3 and 4. Thread-safe. A message
 * names list and place, never the code, which may be somebody's answer; a list that is not installed only if its name has
 * the plain form of a URN or address.
 */
public record Codepruefer(CodelistenStore store, Versionspolitik politik) {

    /**
     * Checks one code.
     *
     * @param version empty when the message names none: then the newest installed version decides
     * @return empty when the code is in the list
     */
    public Optional<Problem> pruefe(String urn, String version, String code, Fundstelle stelle) {
        if (urn.isEmpty()) {
            return Optional.of(problem(CodelisteFehler.LISTE_FEHLT, Schwere.FEHLER, stelle, "(ohne URN)"));
        }
        Optional<Codeliste> liste = store.finde(urn, version);
        if (liste.isPresent()) {
            return liste.get().enthaelt(code)
                    ? Optional.empty()
                    : Optional.of(problem(
                            CodelisteFehler.UNBEKANNTER_CODE,
                            Schwere.FEHLER,
                            stelle,
                            new Listenkennung(urn, version).versionUrn()));
        }
        Optional<Codeliste> andere = version.isEmpty() ? Optional.empty() : store.finde(urn, "");
        String name = andere.isPresent() ? Listenname.mit(urn, version) : Listenname.von(urn, version);
        CodelisteFehler was = andere.isPresent() ? CodelisteFehler.VERSION_FEHLT : CodelisteFehler.LISTE_FEHLT;
        return Optional.of(
                switch (politik) {
                    case STRENG -> problem(was, Schwere.FEHLER, stelle, name);
                    case UNBEKANNTE_ANNEHMEN -> problem(was, Schwere.HINWEIS, stelle, name);
                    case WARNEN ->
                        andere.isPresent() && !andere.get().enthaelt(code)
                                ? problem(
                                        CodelisteFehler.UNBEKANNTER_CODE,
                                        Schwere.WARNUNG,
                                        stelle,
                                        name + " (geprüft gegen Version "
                                                + andere.get().version() + ")")
                                : problem(was, Schwere.WARNUNG, stelle, name);
                });
    }

    private static Problem problem(CodelisteFehler code, Schwere schwere, Fundstelle stelle, String was) {
        String kurz = was.length() <= 200 ? was : was.substring(0, 197) + "...";
        return new Problem(code, schwere, stelle, kurz + ": " + code.bedeutung() + " " + code.abhilfe());
    }
}
