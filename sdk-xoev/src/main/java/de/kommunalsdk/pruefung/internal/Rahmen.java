/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.pruefung.Nachrichtenelement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element that is still open. */
final class Rahmen {

    final @Nullable Rahmen eltern;
    final String namensraum;
    final String name;
    final int nummer;
    final int zeile;
    final int spalte;

    /** Set by the schema when the element begins. */
    @Nullable
    Typart typ;

    /** Reference to a code list, with what the schema fixes. */
    String listUri = "";

    String listVersion = "";

    /** Value of the child {@code code}; null before it came. */
    @Nullable
    String code;

    boolean aufgezaehlt;
    boolean hatKinder;

    /** The element for the rules of the standard; null when nobody asks for it. */
    @Nullable
    Nachrichtenelement element;

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> kindernamen = new HashMap<>(4);

    Rahmen(@Nullable Rahmen eltern, String namensraum, String name, int zeile, int spalte) {
        this.eltern = eltern;
        this.namensraum = namensraum;
        this.name = name;
        this.zeile = zeile;
        this.spalte = spalte;
        this.nummer = eltern == null ? 1 : eltern.kindernamen.merge(name, 1, Integer::sum);
        if (eltern != null) {
            eltern.hatKinder = true;
        }
    }

    void haengeAn(String stueck) {
        text.append(stueck);
    }

    /** The text since the last child, and forgets it. */
    String nimmText() {
        String alles = text.toString();
        text.setLength(0);
        return alles;
    }

    boolean istCode() {
        return (typ != null && typ.code()) || (!listUri.isEmpty() && code != null);
    }

    /** The end of the path, as much as a finding tells of it; costs something, so only for a finding. */
    String pfad() {
        StringBuilder pfad = new StringBuilder();
        for (Rahmen r = this; r != null && pfad.length() <= Befundliste.MAX_PFAD; r = r.eltern) {
            pfad.insert(0, "/" + r.name + (r.nummer > 1 ? "[" + r.nummer + "]" : ""));
        }
        return pfad.toString();
    }

    Befundliste.Ort ort() {
        return new Befundliste.Ort(zeile, spalte, pfad());
    }

    Befundliste.Ort ort(String attribut) {
        return new Befundliste.Ort(zeile, spalte, pfad() + "/@" + attribut);
    }
}
