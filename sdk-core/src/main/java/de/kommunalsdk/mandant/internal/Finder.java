/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant.internal;

import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantFinder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A finder over a fixed set of Mandanten. */
public record Finder(Collection<Mandant> alle, BiFunction<String, String, Optional<Mandant>> regel, boolean mitPfad)
        implements MandantFinder {

    public Finder {
        alle = List.copyOf(alle);
    }

    @Override
    public Optional<Mandant> finde(String hostname, String pfad) {
        return regel.apply(hostname, pfad);
    }

    @Override
    public boolean mandantImPfad() {
        return mitPfad;
    }
}
