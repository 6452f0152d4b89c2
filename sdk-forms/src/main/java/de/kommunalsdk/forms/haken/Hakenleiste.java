/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.haken;

import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.forms.definition.FormFehler;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All hooks of a host, in the order in which they were given.
 *
 * @param haken may be none
 */
public record Hakenleiste(List<Haken> haken) {

    /** No hooks. */
    public static final Hakenleiste LEER = new Hakenleiste(List.of());

    private static final Logger LOG = LoggerFactory.getLogger(Hakenleiste.class);

    public Hakenleiste {
        haken = List.copyOf(haken);
    }

    /** The hooks of one kind. */
    public <T extends Haken> List<T> von(Class<T> art) {
        return haken.isEmpty()
                ? List.of()
                : haken.stream().filter(art::isInstance).map(art::cast).toList();
    }

    /** Calls each hook of a kind; what one of them throws is logged and stops nothing. */
    public <T extends Haken> void rufe(Class<T> art, Consumer<T> aufruf) {
        for (T einer : von(art)) {
            try {
                aufruf.accept(einer);
            } catch (RuntimeException e) {
                LOG.error("{} {} {}", FormFehler.HAKEN.code(), einer.getClass().getName(), Fehlerspur.von(e));
            }
        }
    }
}
