/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import de.kommunalsdk.mandant.internal.Finder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Port: names the Mandant of a request. Thread-safe. A finder that uses the host name only compares it with
 * configured names; what it does not know is no Mandant.
 */
public interface MandantFinder {

    /**
     * Finds the Mandant.
     *
     * @param hostname server name as the container gives it, untrusted
     * @param pfad path below the SDK's servlet, untrusted, for example {@code /hund-anmelden}
     */
    Optional<Mandant> finde(String hostname, String pfad);

    /** All Mandanten, for jobs and checks. */
    Collection<Mandant> alle();

    /** Whether the first segment of a path names the Mandant and is not part of the page's own path. */
    default boolean mandantImPfad() {
        return false;
    }

    /** One Mandant for all requests. */
    static MandantFinder fest(Mandant mandant) {
        return new Finder(List.of(mandant), (hostname, pfad) -> Optional.of(mandant), false);
    }

    /** By host name, in lower case and without port; a host that is not configured is no Mandant. */
    static MandantFinder nachHostname(Map<String, Mandant> namen) {
        Map<String, Mandant> bekannte = Map.copyOf(namen);
        return new Finder(
                Set.copyOf(bekannte.values()), // a Mandant may have several host names
                (hostname, pfad) -> Optional.ofNullable(bekannte.get(hostname.toLowerCase(Locale.ROOT))),
                false);
    }

    /** By the first segment of the path, which is the id of the Mandant. */
    static MandantFinder nachPfad(Collection<Mandant> mandanten) {
        Map<String, Mandant> bekannte =
                mandanten.stream().collect(Collectors.toUnmodifiableMap(m -> m.id().wert(), Function.identity()));
        return new Finder(
                mandanten,
                (hostname, pfad) -> {
                    String[] teile = pfad.split("/", 3);
                    return teile.length < 2 ? Optional.empty() : Optional.ofNullable(bekannte.get(teile[1]));
                },
                true);
    }
}
