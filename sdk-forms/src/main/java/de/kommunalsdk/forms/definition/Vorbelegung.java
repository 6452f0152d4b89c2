/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is fetched from one source, once the citizen agrees.
 *
 * @param quelle {@link #NUTZERKONTO} or the id of a register
 * @param zweck purpose, shown on the consent page
 * @param rechtsgrundlage legal basis, shown there too
 * @param felder which fields are filled with what
 * @param eingaben what a register is sent, by its names; none for the account
 * @param frist how long a register is waited for
 * @param stelle where it stands in dienst.yaml
 */
public record Vorbelegung(
        String quelle,
        String zweck,
        String rechtsgrundlage,
        List<Ziel> felder,
        Map<String, Eingabe> eingaben,
        Duration frist,
        Fundstelle stelle) {

    /** Id of the source that is the citizen's own account. */
    public static final String NUTZERKONTO = "nutzerkonto";

    public Vorbelegung {
        felder = List.copyOf(felder);
        eingaben = Map.copyOf(eingaben);
    }

    /**
     * A field that is filled.
     *
     * @param niveau least level of the attribute
     * @param aenderbar whether the citizen may change it
     */
    public record Ziel(Feld feld, String attribut, Vertrauensniveau niveau, boolean aenderbar) {}

    /** Where an input of a register comes from. */
    public sealed interface Eingabe {

        /** From an answer. */
        record Antwort(Feld feld) implements Eingabe {}

        /** From an attribute of the account. */
        record Kontoattribut(String name) implements Eingabe {}
    }
}
