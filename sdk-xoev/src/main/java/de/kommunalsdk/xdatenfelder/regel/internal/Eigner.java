/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel.internal;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import java.util.List;
import java.util.Optional;

/** What owns rules: the schema or an element. Two are the same when their {@code selbst} is the same object. */
record Eigner(
        Object selbst,
        String id,
        String version,
        List<Regel> regeln,
        List<Struktur> struktur,
        Optional<Element> element) {

    static Eigner von(Stammdatenschema schema) {
        return new Eigner(schema, schema.id(), schema.version(), schema.regeln(), schema.struktur(), Optional.empty());
    }

    static Eigner von(Element element) {
        return new Eigner(
                element, element.id(), element.version(), element.regeln(), Kinder.von(element), Optional.of(element));
    }

    boolean istFeld() {
        return selbst instanceof Datenfeld;
    }

    boolean istAuswahl() {
        return selbst instanceof Datenfeldgruppe gruppe && gruppe.auswahlgruppe();
    }
}
