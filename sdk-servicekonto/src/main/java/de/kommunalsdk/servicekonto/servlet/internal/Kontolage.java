/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto.servlet.internal;

import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.servicekonto.KontoFehler;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Kontozustand;
import de.kommunalsdk.servicekonto.Servicekonto;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the accounts are, seen from the addresses of the Mandanten, and which of them people are sent to. Thread-safe. */
public final class Kontolage {

    private final Servicekonto konto;
    private final MandantFinder mandanten;
    private final Set<String> gesperrte = new HashSet<>();

    /** Looks once; what the Servicekonto, which knows no Mandant, did not see goes into the log. */
    public Kontolage(Servicekonto konto, MandantFinder mandanten) {
        this.konto = konto;
        this.mandanten = mandanten;
        zustaende().forEach((id, zustand) -> {
            zustand.befunde().stream()
                    .filter(p -> p.code() == KontoFehler.RECHNER)
                    .forEach(p -> Servicekonto.melde(id, p));
            if (zustand.istGesperrt()) {
                gesperrte.add(id);
            }
        });
    }

    /** Each account by its id. */
    public Map<String, Kontozustand> zustaende() {
        List<URI> portale = mandanten.alle().stream().map(m -> m.url("")).toList();
        Map<String, Kontozustand> zustaende = new LinkedHashMap<>(konto.zustaende());
        zustaende.replaceAll((id, zustand) -> zustand.an(portale));
        return zustaende;
    }

    /** Those that reach a level. */
    List<Kontoanbieter> angebotene(Vertrauensniveau niveau) {
        return konto.anbieter().stream()
                .filter(a -> a.angaben().hoechstes().erfuellt(niveau) && !gesperrte.contains(a.id()))
                .toList();
    }
}
