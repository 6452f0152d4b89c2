/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import java.util.Map;

/** How a page appears where it is embedded: in the frame of the portal, or as a part of one of its pages. */
public interface Einbettung {

    /** The address of a path below the SDK's pages of this Mandant; the path may carry a query, and no fragment. */
    String url(String unten);

    /** Stands before each id of the page, so that several forms fit on one; empty for a page of its own. */
    String praefix();

    /** Hidden fields that the portal wants in each form. */
    Map<String, String> formularfelder();
}
