/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.architektur;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Breaks the rule of public signatures on purpose. */
public final class Verraeter {

    private Verraeter() {}

    /** Shows a library inside a type. */
    public static List<LoadSettings> zeige() {
        return List.of();
    }

    /** Not visible, so allowed. */
    static List<LoadSettings> behalte() {
        return List.of();
    }
}
