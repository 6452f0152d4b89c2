/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of a message as the rules of a standard see it: what the sender wrote, without the schema's defaults. It
 * belongs to the check that reads the message, which hands it out complete.
 */
public final class Nachrichtenelement {

    private final String namensraum;
    private final String name;
    private final Map<String, String> attribute;
    private final @Nullable Nachrichtenelement eltern;
    private final int nummer;
    private final int zeile;
    private final int spalte;
    private final List<Nachrichtenelement> kinder = new ArrayList<>(2);
    private String text = "";

    /**
     * An element without content, appended to its parent.
     *
     * @param attribute values by local name, those with a namespace left out
     * @param nummer 1 for the first of its name below the parent
     */
    public Nachrichtenelement(
            @Nullable Nachrichtenelement eltern,
            String namensraum,
            String name,
            Map<String, String> attribute,
            int nummer,
            int zeile,
            int spalte) {
        this.namensraum = namensraum;
        this.name = name;
        this.attribute = Map.copyOf(attribute);
        this.eltern = eltern;
        this.nummer = nummer;
        this.zeile = zeile;
        this.spalte = spalte;
        if (eltern != null) {
            eltern.kinder.add(this);
        }
    }

    /** Sets the text when the element ends. */
    public void schliesse(String inhalt) {
        text = inhalt;
    }

    public String namensraum() {
        return namensraum;
    }

    /** The local name. */
    public String name() {
        return name;
    }

    /** Whether it has this name and namespace. */
    public boolean ist(String raum, String lokal) {
        return name.equals(lokal) && namensraum.equals(raum);
    }

    /** The value of an attribute without namespace; empty when absent. */
    public String attribut(String lokal) {
        return attribute.getOrDefault(lokal, "");
    }

    /** The element's own text, white space as written; a personal datum. */
    public String text() {
        return text;
    }

    public List<Nachrichtenelement> kinder() {
        return Collections.unmodifiableList(kinder);
    }

    /** Local names from the root, {@code /a/b[2]/c}; see {@link Befund}. */
    public String pfad() {
        StringBuilder pfad = new StringBuilder();
        for (Nachrichtenelement e = this; e != null; e = e.eltern) {
            pfad.insert(0, "/" + e.name + (e.nummer > 1 ? "[" + e.nummer + "]" : ""));
        }
        return pfad.toString();
    }

    public int zeile() {
        return zeile;
    }

    public int spalte() {
        return spalte;
    }

    /** Name and place, never the content. */
    @Override
    public String toString() {
        return pfad() + ":" + zeile;
    }
}
