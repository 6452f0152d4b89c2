/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * A narrow and strict SAML 2.0 service provider: request, verified answer, metadata of both sides, profiles of the German
 * accounts. Values and ports only; it knows no servlet, no session and no store, which the room servicekonto adds.
 */
@NullMarked
package de.kommunalsdk.saml;

import org.jspecify.annotations.NullMarked;
