/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.entwurf.Konflikt;
import de.kommunalsdk.forms.entwurf.Konflikt.Fassung;
import de.kommunalsdk.forms.entwurf.Konflikt.Zeile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The page on which a citizen decides between two versions.
 *
 * @param dienst title of the Dienst
 * @param aktion where it is sent to
 * @param stand number of the stored write that is shown
 * @param felder what the tab had sent, to be sent along
 * @param wahl what was chosen so far
 * @param offen places without a choice, to be named as errors
 * @param meldungen about files that were not taken
 */
public record Konfliktansicht(
        String dienst,
        String aktion,
        long stand,
        Konflikt konflikt,
        Map<String, String> felder,
        Map<String, Fassung> wahl,
        Set<String> offen,
        List<String> meldungen) {

    /** What is chosen when the page is shown: what the citizen chose, else the only one that says anything. */
    public Optional<Fassung> gewaehlt(Zeile zeile) {
        return Optional.ofNullable(wahl.get(zeile.ort())).or(zeile::einzige);
    }

    /** The lines to choose between. */
    public List<Zeile> verschiedene() {
        return konflikt.zeilen().stream().filter(Zeile::verschieden).toList();
    }

    /** The lines that are the same in both. */
    public List<Zeile> gleiche() {
        return konflikt.zeilen().stream()
                .filter(z -> !z.verschieden() && !z.gespeicherter().isEmpty())
                .toList();
    }

    /** Label with the group it stands in. */
    public static String name(Zeile zeile) {
        return zeile.gruppe().isEmpty() ? zeile.beschriftung() : zeile.gruppe() + ": " + zeile.beschriftung();
    }
}
