/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import de.kommunalsdk.antrag.AnlageId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answers of a draft. Immutable. A place is the path of the element with an index behind each repeated part,
 * counted from 1: {@code G1.G2-2.F3} or {@code G1.F4-1}. Values are text: what the citizen typed, in canonical form
 * when it is valid (date {@code 2026-11-23}, number with dot, {@code true}/{@code false}, code), else as typed.
 */
public final class Antworten {

    /** No answers. */
    public static final Antworten LEER = new Antworten(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), "");

    private final SortedMap<String, String> werte;
    private final SortedMap<String, List<AnlageId>> anlagen;
    private final SortedMap<String, Integer> anzahlen;
    private final String seite;
    private final Nachweise nachweise;

    /** All of them typed by the citizen. */
    public Antworten(
            SortedMap<String, String> werte,
            SortedMap<String, List<AnlageId>> anlagen,
            SortedMap<String, Integer> anzahlen,
            String seite) {
        this(werte, anlagen, anzahlen, seite, Nachweise.KEINE);
    }

    /** Copies its arguments; used by the reader of the draft's bytes. */
    public Antworten(
            SortedMap<String, String> werte,
            SortedMap<String, List<AnlageId>> anlagen,
            SortedMap<String, Integer> anzahlen,
            String seite,
            Nachweise nachweise) {
        this.werte = Collections.unmodifiableSortedMap(new TreeMap<>(werte));
        SortedMap<String, List<AnlageId>> kopie = new TreeMap<>();
        anlagen.forEach((ort, ids) -> kopie.put(ort, List.copyOf(ids)));
        this.anlagen = Collections.unmodifiableSortedMap(kopie);
        this.anzahlen = Collections.unmodifiableSortedMap(new TreeMap<>(anzahlen));
        this.seite = seite;
        this.nachweise = nachweise;
    }

    /** The answer at a place, empty text when there is none. */
    public String wert(String ort) {
        return werte.getOrDefault(ort, "");
    }

    /** The attachments at a place. */
    public List<AnlageId> anlagen(String ort) {
        return anlagen.getOrDefault(ort, List.of());
    }

    /** How many entries of a repeated element the citizen asked for; 0 when never asked. */
    public int anzahl(String ort) {
        return anzahlen.getOrDefault(ort, 0);
    }

    /** All answers by place. */
    public SortedMap<String, String> werte() {
        return werte;
    }

    /** All attachments by place. */
    public SortedMap<String, List<AnlageId>> anlagen() {
        return anlagen;
    }

    /** All counts by place. */
    public SortedMap<String, Integer> anzahlen() {
        return anzahlen;
    }

    /** Id of the page that was sent last, where the citizen goes on; empty before the first. */
    public String seite() {
        return seite;
    }

    /** What stands behind answers that were not typed. */
    public Nachweise nachweise() {
        return nachweise;
    }

    /** With other proofs. */
    public Antworten mit(Nachweise neu) {
        return new Antworten(werte, anlagen, anzahlen, seite, neu);
    }

    /** With another page that was sent last. */
    public Antworten mitSeite(String zuletzt) {
        return new Antworten(werte, anlagen, anzahlen, zuletzt, nachweise);
    }

    /** With another answer; an empty text removes it. */
    public Antworten mit(String ort, String wert) {
        SortedMap<String, String> neu = new TreeMap<>(werte);
        if (wert.isEmpty()) {
            neu.remove(ort);
        } else {
            neu.put(ort, wert);
        }
        return new Antworten(neu, anlagen, anzahlen, seite, nachweise);
    }

    /** With other attachments at a place; none removes the place. */
    public Antworten mitAnlagen(String ort, List<AnlageId> ids) {
        SortedMap<String, List<AnlageId>> neu = new TreeMap<>(anlagen);
        if (ids.isEmpty()) {
            neu.remove(ort);
        } else {
            neu.put(ort, ids);
        }
        return new Antworten(werte, neu, anzahlen, seite, nachweise);
    }

    /** With another count of a repeated element. */
    public Antworten mitAnzahl(String ort, int anzahl) {
        SortedMap<String, Integer> neu = new TreeMap<>(anzahlen);
        neu.put(ort, anzahl);
        return new Antworten(werte, anlagen, neu, seite, nachweise);
    }

    /** Shows sizes only: answers are personal data. */
    @Override
    public String toString() {
        return "Antworten[" + werte.size() + " Werte, " + anlagen.size() + " Anlagenorte]";
    }

    @Override
    public boolean equals(Object anderes) {
        return anderes instanceof Antworten a
                && werte.equals(a.werte)
                && anlagen.equals(a.anlagen)
                && anzahlen.equals(a.anzahlen)
                && seite.equals(a.seite)
                && nachweise.equals(a.nachweise);
    }

    @Override
    public int hashCode() {
        return werte.hashCode() * 31 + anlagen.hashCode();
    }
}
