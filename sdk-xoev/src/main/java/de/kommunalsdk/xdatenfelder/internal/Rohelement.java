/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.xdatenfelder.Bezug;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Datenfeld.Wert;
import de.kommunalsdk.xdatenfelder.Identifikation;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Stichwort;
import de.kommunalsdk.xdatenfelder.Struktur;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The children of one element as they came, before the element is built from them in a fixed order. */
final class Rohelement {

    private static final int ANGABEN = Angabe.values().length;

    final Ort ort;
    final List<Regel> regeln = new ArrayList<>(0);
    final List<Struktur> struktur = new ArrayList<>(0);
    final List<Ort> strukturorte = new ArrayList<>(0);
    final List<Wert> werte = new ArrayList<>(0);
    final List<Bezug> bezug = new ArrayList<>(0);
    final List<Stichwort> stichwort = new ArrayList<>(0);
    final List<String> mediaTypes = new ArrayList<>(0);
    final Map<String, String> praezisierung = new HashMap<>();
    final Set<String> kinder = new HashSet<>();
    final Set<String> untergruppen = new HashSet<>();
    Optional<CodelisteReferenz> codeliste = Optional.empty();
    Optional<Identifikation> dokumentsteckbrief = Optional.empty();
    String id = "";
    String version = "";

    private final @Nullable Object[] inhalte = new @Nullable Object[ANGABEN];
    private long gesehen;

    Rohelement(Ort ort) {
        this.ort = ort;
    }

    /** False when it has been seen before. */
    boolean merke(Angabe angabe) {
        long stelle = 1L << angabe.ordinal();
        boolean neu = (gesehen & stelle) == 0;
        gesehen |= stelle;
        return neu;
    }

    boolean hat(Angabe angabe) {
        return (gesehen & 1L << angabe.ordinal()) != 0;
    }

    /** Keeps a text or the value of a code. */
    void setze(Angabe angabe, Object inhalt) {
        inhalte[angabe.ordinal()] = inhalt;
    }

    String text(Angabe angabe) {
        return inhalte[angabe.ordinal()] instanceof String text ? text : "";
    }

    <E extends Enum<E>> Optional<E> code(Angabe angabe, Class<E> art) {
        return Optional.ofNullable(inhalte[angabe.ordinal()]).map(art::cast);
    }
}
