/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.web.Seite;
import java.util.Locale;

/**
 * A part of a page of the portal.
 *
 * @param titel of the page that the part would be alone, not escaped; the portal may take it into its {@code <title>}
 * @param sprache language of the part; where the portal's page speaks another, it writes {@code lang} around it
 * @param kopf trusted HTML for {@code <head>}: style sheets and script, the same for each part of a page
 * @param inhalt trusted HTML of the part: one element of class {@code ozg}
 */
public record OzgFragment(String titel, Locale sprache, Seite.Html kopf, Seite.Html inhalt) {}
