/** Repositories, their labels, refs and pull requests; accounts and what they may do. */
import { cutPage } from './paging.ts';
import { pullShape, refShape, repositoryShape } from './repository-shapes.ts';
import { invalid, notFound, type Operation, type RestAnswer, type RestRequest } from './rest.ts';
import { labelShape, permissionShape, publicUserShape } from './shapes.ts';

const REPO = '/repos/{owner}/{repo}';

export const repositoryOperations: Record<string, Operation> = {
  [`GET ${REPO}`]: ({ repo, api }) => ({ status: 200, body: repositoryShape(repo, api) }),
  'GET /user': ({ world, api }) => {
    const account = world.accounts.get(world.tokenAccount);
    if (account.type === 'Bot') {
      const message = 'Resource not accessible by integration';
      return { status: 403, body: { message, documentation_url: '', status: '403' } };
    }
    return { status: 200, body: publicUserShape(account, api) };
  },
  'GET /users/{username}': ({ world, at, api }) => {
    const account = world.accounts.get(at.username ?? '');
    return account.deleted ? notFound() : { status: 200, body: publicUserShape(account, api) };
  },
  [`GET ${REPO}/collaborators/{username}/permission`]: ({ world, repo, at, api }) => {
    const login = at.username ?? '';
    const account = world.accounts.get(login);
    if (account.deleted) return notFound();
    // Everybody may read a public repository.
    const { role, roleName } = repo.roles.get(login.toLowerCase()) ?? { role: 'read', roleName: 'read' };
    return { status: 200, body: permissionShape(account, role, roleName, api) };
  },

  [`GET ${REPO}/labels`]: ({ repo, url, paging, api }) => {
    const page = cutPage(repo.labels, url, paging, (label) => label.id);
    return { status: 200, body: page.items.map((label) => labelShape(label, repo, api)), link: page.link };
  },
  [`POST ${REPO}/labels`]: ({ repo, body, api, world }) => {
    const isPerson = world.accounts.get(world.tokenAccount).type === 'User';
    const role = repo.roles.get(world.tokenAccount.toLowerCase())?.role ?? 'read';
    if (isPerson && ['read', 'triage', 'none'].includes(role)) return notFound();
    if (typeof body.name !== 'string' || body.name === '') return invalid('missing_field', 'name');
    if (repo.findLabel(body.name) !== undefined) return invalid('already_exists', 'name');
    const color = typeof body.color === 'string' ? body.color : 'ededed';
    const description = typeof body.description === 'string' ? body.description : null;
    return { status: 201, body: labelShape(repo.createLabel(body.name, color, description), repo, api) };
  },
  [`GET ${REPO}/labels/{name}`]: ({ repo, at, api }) => {
    const label = repo.findLabel(at.name ?? '');
    return label === undefined ? notFound() : { status: 200, body: labelShape(label, repo, api) };
  },
  [`PATCH ${REPO}/labels/{name}`]: ({ repo, at, body, api }) => {
    const label = repo.findLabel(at.name ?? '');
    if (label === undefined) return notFound();
    if (typeof body.new_name === 'string') label.name = body.new_name;
    return { status: 200, body: labelShape(label, repo, api) };
  },
  [`DELETE ${REPO}/labels/{name}`]: ({ repo, at }) => {
    if (repo.findLabel(at.name ?? '') === undefined) return notFound();
    repo.deleteLabel(at.name ?? '');
    return { status: 204 };
  },

  [`GET ${REPO}/git/matching-refs/{ref}`]: ({ repo, at, api }) => {
    const found = [...repo.refs].filter(([ref]) => ref.startsWith(`refs/${at.ref}`));
    return { status: 200, body: found.map(([ref, sha]) => refShape(repo, ref, sha, api)) };
  },
  [`GET ${REPO}/git/ref/{ref}`]: (request) => oneRef(request, `refs/${request.at.ref}`),
  [`POST ${REPO}/git/refs`]: (request) => {
    const { ref, sha } = request.body;
    if (typeof ref !== 'string' || typeof sha !== 'string') return invalid('missing_field', 'ref');
    if (request.repo.refs.has(ref)) return { status: 422, body: validation('Reference already exists') };
    request.repo.refs.set(ref, sha);
    return { ...oneRef(request, ref), status: 201 };
  },
  [`PATCH ${REPO}/git/refs/{ref}`]: (request) => {
    const ref = `refs/${request.at.ref}`;
    const { sha } = request.body;
    if (!request.repo.refs.has(ref) || typeof sha !== 'string') {
      return { status: 422, body: validation('Reference does not exist') };
    }
    request.repo.refs.set(ref, sha);
    return oneRef(request, ref);
  },
  [`DELETE ${REPO}/git/refs/{ref}`]: ({ repo, at }) => ({
    status: repo.refs.delete(`refs/${at.ref}`) ? 204 : 422,
  }),

  [`GET ${REPO}/pulls`]: ({ repo, url, paging, api }) => {
    const state = url.searchParams.get('state') ?? 'open';
    const [owner, head] = (url.searchParams.get('head') ?? '').split(':');
    const pulls = [...repo.issues.values()]
      .filter((one) => one.pull !== undefined && (state === 'all' || one.state === state))
      .filter((one) => head === undefined || one.pull?.head === head)
      .filter((one) => head === undefined || (one.pull?.fork?.owner ?? repo.owner) === owner)
      .sort((a, b) => b.number - a.number);
    const page = cutPage(pulls, url, paging, (one) => one.number);
    return { status: 200, body: page.items.map((one) => pullShape(one, api, true)), link: page.link };
  },
  [`POST ${REPO}/pulls`]: ({ repo, body, world, api }) => {
    const { title, head, base } = body;
    if (typeof title !== 'string' || typeof head !== 'string' || typeof base !== 'string') {
      return invalid('missing_field', 'head');
    }
    const text = typeof body.body === 'string' ? body.body : '';
    const pull = repo.createPull({ title, body: text, head, base, author: world.tokenAccount });
    return { status: 201, body: pullShape(pull, api, false) };
  },
  [`GET ${REPO}/pulls/{pull_number}`]: ({ repo, at, api }) => {
    const pull = repo.issues.get(Number(at.pull_number));
    return pull?.pull === undefined ? notFound() : { status: 200, body: pullShape(pull, api, false) };
  },
};

function oneRef({ repo, api }: RestRequest, ref: string): RestAnswer {
  const sha = repo.refs.get(ref);
  return sha === undefined ? notFound() : { status: 200, body: refShape(repo, ref, sha, api) };
}

function validation(message: string): Record<string, unknown> {
  return { message, documentation_url: 'https://docs.github.com/rest', status: '422' };
}
