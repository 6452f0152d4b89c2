/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Datenfeld.Wert;
import de.kommunalsdk.xdatenfelder.Regel;
import de.kommunalsdk.xdatenfelder.Struktur;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The children of one element as they came, before the element is built from them in a fixed order. */
final class Rohelement {

    final Fundstelle stelle;
    final Map<String, String> texte = new HashMap<>();
    final Set<String> gesehen = new HashSet<>();
    final List<Regel> regeln = new ArrayList<>();
    final List<Struktur> struktur = new ArrayList<>();
    final List<Wert> werte = new ArrayList<>();
    final List<String> mediaTypes = new ArrayList<>();
    final Map<String, String> praezisierung = new HashMap<>();
    final Set<String> kinder = new HashSet<>();
    final Set<String> untergruppen = new HashSet<>();
    Optional<CodelisteReferenz> codeliste = Optional.empty();
    String id = "";
    String version = "";

    Rohelement(Fundstelle stelle) {
        this.stelle = stelle;
    }

    String text(String name) {
        return texte.getOrDefault(name, "");
    }
}
