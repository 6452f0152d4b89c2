/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.web.PageShell;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Where one request meets the SDK's pages, and what their addresses look like there. Paths begin with a slash. */
public interface Einbettungsort {

    /** The path that is asked for. */
    String pfad();

    /** A parameter of the address, of the container; null when there is none. */
    @Nullable
    String abfrage(String name);

    /** GET, HEAD or POST as far as these pages are concerned, or what the request says. */
    String methode();

    /** The address of a path. */
    String adresse(String pfad);

    /** The path that a cookie for all below a path is set for. */
    String cookiepfad(String pfad);

    /** Stands before each id. */
    String praefix();

    /** The frame that the pages come in. */
    PageShell huelle();

    /** Sets the headers that keep the pages safe, as far as they are ours to set. */
    void sichere(HttpServletResponse antwort);
}
