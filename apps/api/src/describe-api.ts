import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problem } from '@tandem/contracts';
import { z } from 'zod';

/** The OpenAPI 3.1 document, made from the same schemas that check the requests. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Tandem')
    .setDescription('One revenue funnel that sales and marketing own together.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('tandem')
    .build();
  const document = SwaggerModule.createDocument(app, settings);
  const { $schema: _, ...shape } = z.toJSONSchema(problem, { io: 'output' });
  const schemas = { ...document.components?.schemas, Problem: JSON.parse(JSON.stringify(shape)) as object };
  for (const [path, { get }] of Object.entries(document.paths)) {
    const done = path.endsWith('/records') ? get?.responses['200'] : undefined;
    if (done && 'content' in done) done.content = { ...done.content, 'text/csv': { schema: { type: 'string' } } };
  }
  return { ...document, components: { ...document.components, schemas } };
}

/** Serves the document at /api/openapi.json and a page to read it at /api/docs. */
export function describeApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiOf(app), { jsonDocumentUrl: 'api/openapi.json' });
}
