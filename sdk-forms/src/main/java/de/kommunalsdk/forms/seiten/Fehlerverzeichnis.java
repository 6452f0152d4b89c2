/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.reise.Feldfehler;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Errors that are found by their place at once: a page asks for each of its fields, and may have as many errors. */
final class Fehlerverzeichnis extends AbstractList<Feldfehler> {

    private final List<Feldfehler> alle;
    private final Map<String, Feldfehler> erste = new HashMap<>();

    private Fehlerverzeichnis(List<Feldfehler> alle) {
        this.alle = List.copyOf(alle);
        this.alle.forEach(fehler -> erste.putIfAbsent(fehler.ort(), fehler));
    }

    static Fehlerverzeichnis von(List<Feldfehler> fehler) {
        return fehler instanceof Fehlerverzeichnis verzeichnis ? verzeichnis : new Fehlerverzeichnis(fehler);
    }

    /** The first error at a place. */
    Optional<Feldfehler> erster(String ort) {
        return Optional.ofNullable(erste.get(ort));
    }

    @Override
    public Feldfehler get(int stelle) {
        return alle.get(stelle);
    }

    @Override
    public int size() {
        return alle.size();
    }
}
