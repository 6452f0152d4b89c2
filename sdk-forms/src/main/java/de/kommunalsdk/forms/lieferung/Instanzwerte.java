/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Wert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Folds answers, which are flat by place, into the tree of an instance. */
final class Instanzwerte {

    private final SortedMap<String, SortedMap<Integer, Instanzwerte>> gruppen = new TreeMap<>();
    private final SortedMap<String, SortedMap<Integer, List<Wert>>> felder = new TreeMap<>();

    private Instanzwerte() {}

    static Gruppenwert von(Antworten antworten, Function<AnlageId, Anlagewert> anlage) {
        Instanzwerte wurzel = new Instanzwerte();
        antworten.werte().forEach((ort, wert) -> wurzel.setze(ort.split("\\.", -1), 0, List.of(new Feldwert(wert))));
        antworten
                .anlagen()
                .forEach((ort, ids) -> wurzel.setze(
                        ort.split("\\.", -1), 0, ids.stream().<Wert>map(anlage).toList()));
        return wurzel.gruppenwert();
    }

    private void setze(String[] teile, int stelle, List<Wert> werte) {
        int strich = teile[stelle].indexOf('-');
        String id = strich < 0 ? teile[stelle] : teile[stelle].substring(0, strich);
        int nummer = strich < 0 ? 1 : Integer.parseInt(teile[stelle].substring(strich + 1));
        if (stelle == teile.length - 1) {
            felder.computeIfAbsent(id, k -> new TreeMap<>()).put(nummer, werte);
        } else {
            gruppen.computeIfAbsent(id, k -> new TreeMap<>())
                    .computeIfAbsent(nummer, k -> new Instanzwerte())
                    .setze(teile, stelle + 1, werte);
        }
    }

    private Gruppenwert gruppenwert() {
        Map<String, List<Wert>> kinder = new HashMap<>();
        felder.forEach((id, nummern) ->
                kinder.put(id, nummern.values().stream().flatMap(List::stream).toList()));
        gruppen.forEach((id, nummern) -> {
            List<Wert> eintraege = new ArrayList<>();
            nummern.values().forEach(eintrag -> eintraege.add(eintrag.gruppenwert()));
            kinder.put(id, eintraege);
        });
        return new Gruppenwert(kinder);
    }
}
