/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import java.util.List;

/**
 * What a page of a form says about its sources.
 *
 * @param einwilligung whether there is a page of consents to go to
 * @param meldungen sources that gave nothing, or not all, for this page
 * @param abfragen look-ups of this page
 */
public record Quellenansicht(boolean einwilligung, List<Meldung> meldungen, List<Abfrageteil> abfragen) {

    /** A form whose citizen types everything. */
    public static final Quellenansicht KEINE = new Quellenansicht(false, List.of(), List.of());

    public Quellenansicht {
        meldungen = List.copyOf(meldungen);
        abfragen = List.copyOf(abfragen);
    }

    /** A sentence about one source, with its code. */
    public record Meldung(String titel, String text, String code) {}

    /**
     * A look-up.
     *
     * @param text its last result, may be empty
     * @param code why there is none, may be empty
     */
    public record Abfrageteil(String id, String titel, String text, String code) {}
}
