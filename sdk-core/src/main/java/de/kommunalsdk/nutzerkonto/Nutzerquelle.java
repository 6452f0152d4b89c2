/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.nutzerkonto;

import java.util.Optional;

/**
 * Port: the portal tells who is logged in, in the same process. Thread-safe; called in the thread of the request, so that
 * a portal can look into its own security context. A portal that needs the request itself gives the servlet an adapter
 * instead.
 */
@FunctionalInterface
public interface Nutzerquelle {

    /** The user of the current request; empty when nobody is logged in. */
    Optional<Nutzer> angemeldet();
}
