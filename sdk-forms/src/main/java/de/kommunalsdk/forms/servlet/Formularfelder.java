/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * Hidden fields that the portal wants in every form of the SDK, for example the token of its own CSRF filter. A portal with
 * Spring Security writes:
 *
 * <pre>{@code
 * anfrage -> {
 *     CsrfToken token = (CsrfToken) anfrage.getAttribute("_csrf");
 *     return Map.of(token.getParameterName(), token.getToken());
 * }
 * }</pre>
 *
 * Thread-safe. The SDK checks a token of its own besides.
 */
@FunctionalInterface
public interface Formularfelder {

    /** None. */
    Formularfelder KEINE = anfrage -> Map.of();

    /** Names and values for the forms of the page that answers this request. A name must not be one of the SDK's own. */
    Map<String, String> fuer(HttpServletRequest anfrage);
}
