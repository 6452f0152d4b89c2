/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.internal.Seitenteil;
import de.kommunalsdk.forms.servlet.internal.Verteiler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The SDK's pages as parts of the portal's own pages: the portal writes the document, the SDK one element in it. Several
 * parts fit on one page; each has ids of its own and goes its own way. Style sheets, script and uploads need no servlet of
 * the SDK, but the portal's page must take POST as well as GET, and must ask for its parts <b>before</b> it writes anything:
 *
 * <pre>{@code
 * Optional<OzgFragment> teil = fragmente.bediene(anfrage, antwort, "hund", "/hund-anmelden");
 * if (teil.isEmpty()) {
 *     return; // answered: a redirect or a file
 * }
 * }</pre>
 *
 * Thread-safe.
 */
public final class OzgFragmente {

    private final Verteiler verteiler;

    /** Parts without hidden fields of the portal. */
    public OzgFragmente(KommunalSdk sdk) {
        this(sdk, Nutzererkennung.durch(sdk), Formularfelder.KEINE);
    }

    /** Parts of a portal that tells who is logged in, and whose forms carry hidden fields of the portal. */
    public OzgFragmente(KommunalSdk sdk, Nutzererkennung erkennung, Formularfelder felder) {
        this.verteiler = new Verteiler(sdk, erkennung, felder);
    }

    /**
     * Answers the request as far as one part is concerned. Sets the status when a page says that something is wrong, and
     * {@code Cache-Control: no-store}; all other headers are the portal's.
     *
     * @param kennung name of the part on its page, {@code [a-z][a-z0-9]{0,19}}
     * @param beginn what the part shows at first: {@code /} for the list of Dienste, {@code /hund-anmelden} for one; with the
     *     Mandant before it where the {@code MandantFinder} looks at the path
     * @return what the portal writes into its page; empty when the answer is complete
     * @throws IllegalArgumentException for another name
     */
    public Optional<OzgFragment> bediene(
            HttpServletRequest anfrage, HttpServletResponse antwort, String kennung, String beginn) throws IOException {
        if (!Seitenteil.KENNUNG.matcher(kennung).matches()) {
            throw new IllegalArgumentException("kennung: " + Seitenteil.KENNUNG);
        }
        Seitenteil teil = new Seitenteil(anfrage, kennung, beginn);
        verteiler.bediene(anfrage, antwort, teil);
        return teil.seite().map(s -> new OzgFragment(s.titel(), s.sprache(), s.kopf(), s.inhalt()));
    }
}
